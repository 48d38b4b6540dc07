namespace HypercallSdk.Generators.Declarations;

/// <summary>What C takes for a name.</summary>
public static class CIdentifier
{
    /// <summary>Whether C and C# would both take it for a name: letters, digits and underscores, no digit first.</summary>
    public static bool IsValid(string? name)
    {
        if (string.IsNullOrEmpty(name) || char.IsDigit(name![0]) || name.Trim('_').Length == 0)
        {
            return false;
        }

        foreach (char letter in name)
        {
            bool fits = letter is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
