using System.Text;

namespace HypercallSdk.Generators.Declarations;

/// <summary>C# names for C tags.</summary>
public static class PascalCase
{
    /// <summary>The C# name: <c>gnttab_map_grant_ref</c> is <c>GnttabMapGrantRef</c>.</summary>
    public static string Of(string tag)
    {
        StringBuilder name = new(tag.Length);
        bool upper = true;
        foreach (char letter in tag)
        {
            if (letter == '_')
            {
                upper = true;
            }
            else
            {
                name.Append(upper ? char.ToUpperInvariant(letter) : letter);
                upper = false;
            }
        }

        return name.Length > 0 && char.IsDigit(name[0]) ? "_" + name : name.ToString();
    }
}
