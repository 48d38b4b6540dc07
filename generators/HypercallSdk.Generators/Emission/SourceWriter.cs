using System.Collections.Generic;
using System.Text;

namespace HypercallSdk.Generators.Emission;

/// <summary>Writes indented lines of source.</summary>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;

    /// <summary>How long an expression may be before it goes on in the next line.</summary>
    private const int MaximumWidth = 100;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes a line at the current depth.</summary>
    public SourceWriter Line(string line)
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * IndentSize).Append(line);
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>Writes an empty line.</summary>
    public SourceWriter Line() => Line(string.Empty);

    /// <summary>Writes lines at the current depth.</summary>
    public SourceWriter Lines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Line(line);
        }

        return this;
    }

    /// <summary>Opens a brace.</summary>
    public SourceWriter Open()
    {
        Line("{");
        _depth++;
        return this;
    }

    /// <summary>Closes a brace.</summary>
    public SourceWriter Close()
    {
        _depth--;
        return Line("}");
    }

    /// <summary>Writes a continuation line, one level deeper.</summary>
    public SourceWriter Continued(string line)
    {
        _depth++;
        Line(line);
        _depth--;
        return this;
    }

    /// <summary>Writes an expression of many operands on as many continuation lines as it needs.</summary>
    /// <param name="operands">The operands.</param>
    /// <param name="operation">What stands between them; it begins a line that goes on.</param>
    /// <param name="tail">What follows the last one.</param>
    public SourceWriter Wrapped(IEnumerable<string> operands, string operation, string tail)
    {
        string line = string.Empty;
        foreach (string operand in operands)
        {
            if (line.Length + operand.Length > MaximumWidth)
            {
                Continued(line);
                line = operation.TrimStart();
            }
            else if (line.Length > 0)
            {
                line += operation;
            }

            line += operand;
        }

        return Continued(line + tail);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
