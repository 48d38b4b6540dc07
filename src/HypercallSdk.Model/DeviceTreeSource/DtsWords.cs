namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>Reads the words that stand in several places of the grammar.</summary>
internal static class DtsWords
{
    private const string Expand = "have dtc put all files into one: dtc -I dts -O dts -o board.expanded.dts board.dts";

    /// <summary>Reads <c>&amp;label</c> or <c>&amp;{/path}</c>.</summary>
    /// <param name="text">The text; what is next is the ampersand.</param>
    /// <param name="target">What stands behind it, without braces.</param>
    /// <returns>Whether it is a reference.</returns>
    public static bool TryReadReference(DtsText text, out string target)
    {
        target = string.Empty;
        if (!text.TryTake("&"))
        {
            return text.Fail($"a reference is missing before {text.Next()}", "write &label or &{/path}");
        }

        bool isPath = text.TryTake("{");
        target = isPath ? text.TakeWhile(static next => next == '/' || DtsCharacters.IsName(next)) : text.TakeLabelName();
        if (target.Length == 0 || (isPath && !text.TryTake("}")))
        {
            return text.Fail($"the reference is broken off by {text.Next()}", "write &label or &{/path}");
        }

        return true;
    }

    /// <summary>Reads the name of a node or property; a backslash before it is allowed and means nothing.</summary>
    public static bool TryReadName(DtsText text, out string name)
    {
        text.TryTake("\\");
        name = text.TakeWhile(DtsCharacters.IsName);
        return name.Length != 0 || FailAt(text)
            || text.Fail($"the name of a property or node is missing before {text.Next()}", "write a name, or close the node with };");
    }

    /// <summary>Notes a mistake if another file is wanted next.</summary>
    /// <returns>False: it was noted, or there is none.</returns>
    public static bool FailAt(DtsText text)
    {
        foreach (string word in (string[])["/include/", "/incbin/"])
        {
            int start = text.Position;
            if (text.TryTake(word))
            {
                return text.FailAt(start, $"{word} names another file, and only this one is read", Expand);
            }
        }

        return false;
    }
}
