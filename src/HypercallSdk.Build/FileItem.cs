using System.Globalization;
using System.Text;
using Microsoft.Build.Utilities;

namespace HypercallSdk.Build;

/// <summary>
/// Items that name files. MSBuild reads an item's text as its own notation, in which <c>%41</c> is the letter A and a semicolon
/// begins the next item; folders may have such names.
/// </summary>
internal static class FileItem
{
    /// <summary>Every character that means something to MSBuild.</summary>
    private const string Special = "%*?@$();'";

    /// <summary>An item for a file.</summary>
    /// <param name="path">The path as the file system has it.</param>
    /// <returns>An item whose <see cref="TaskItem.ItemSpec"/> is the path.</returns>
    public static TaskItem Of(string path)
    {
        StringBuilder escaped = new(path.Length);
        foreach (char character in path)
        {
            if (Special.IndexOf(character) < 0)
            {
                escaped.Append(character);
            }
            else
            {
                escaped.Append('%').Append(((int)character).ToString("x2", CultureInfo.InvariantCulture));
            }
        }

        return new TaskItem(escaped.ToString());
    }
}
