using HypercallSdk.Model;
using Microsoft.Build.Utilities;

namespace HypercallSdk.Build;

/// <summary>Reports errors in the one form that all of them have: the file, the place, the cause, and after a semicolon the mend.</summary>
internal sealed class ErrorReporter
{
    private readonly TaskLoggingHelper _log;

    /// <param name="log">The task's log.</param>
    public ErrorReporter(TaskLoggingHelper log)
    {
        _log = log;
    }

    /// <summary>Reports an error.</summary>
    /// <param name="code">One of <see cref="BuildErrorCodes"/>.</param>
    /// <param name="file">The file to mend.</param>
    /// <param name="cause">What is wrong, as a sentence without a full stop.</param>
    /// <param name="mend">What to do about it, as a sentence without a full stop.</param>
    /// <param name="line">The line, counted from 1; 0 where there are no lines.</param>
    /// <param name="column">The column, counted from 1; 0 where there are no lines.</param>
    public void Report(string code, string file, string cause, string mend, int line = 0, int column = 0) =>
        _log.LogError(
            subcategory: null,
            errorCode: code,
            helpKeyword: null,
            helpLink: RuleDocumentation.Uri(code),
            file: file,
            lineNumber: line,
            columnNumber: column,
            endLineNumber: 0,
            endColumnNumber: 0,
            message: $"{cause}; {mend}");
}
