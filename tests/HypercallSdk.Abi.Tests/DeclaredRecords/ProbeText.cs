using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>Writes guest code that uses every field of a record, so that a test can see which bytes it touches.</summary>
internal static class ProbeText
{
    /// <summary>What the class of a record's probe is called in front of the record's name.</summary>
    public const string ClassPrefix = "ProbeOf_";

    /// <summary>The step at which the probe tells the size of the struct.</summary>
    public const int SizeStep = -1;

    /// <summary>What every probe uses.</summary>
    public const string Prelude = """
        internal static unsafe class Probe
        {
            internal static T Ones<T>(T like) where T : unmanaged
            {
                if (typeof(T) == typeof(bool))
                {
                    bool yes = true;
                    return *(T*)&yes;
                }

                T value = like;
                for (int index = 0; index < sizeof(T); index++)
                {
                    ((byte*)&value)[index] = 0xFF;
                }

                return value;
            }

            internal static void* Ones(void* like) => (void*)~(nuint)0;

            internal static ulong Read<T>(T value) where T : unmanaged
            {
                ulong bits = 0;
                for (int index = 0; index < sizeof(T) && index < 8; index++)
                {
                    bits |= (ulong)((byte*)&value)[index] << (index * 8);
                }

                return bits;
            }

            internal static ulong Read(void* value) => (ulong)value;
        }
        """;

    /// <summary>
    /// A record's probe. For each way to reach a field there are two steps: ones written, and the field's zero. The test is told
    /// after each, looks at the memory, and fills it for the next.
    /// </summary>
    public static string Of(DeclaredRecord record, IReadOnlyList<ProbedMember> members)
    {
        StringBuilder text = new();
        string name = DeclarationText.Escaped(record.Name);
        text.Append(CultureInfo.InvariantCulture, $"internal static unsafe class {ClassPrefix}{record.Name}\n{{\n");
        text.Append("    public static void Run(nint memory, global::System.Action<int, ulong> took)\n    {\n");
        text.Append(CultureInfo.InvariantCulture, $"        {name}* s = ({name}*)memory;\n        took({SizeStep}, (ulong)sizeof({name}));\n");
        int step = 0;
        foreach (ProbedMember member in members)
        {
            foreach (string lvalue in member.Lvalues)
            {
                text.Append(CultureInfo.InvariantCulture, $"        {lvalue} = Probe.Ones({lvalue});\n");
                text.Append(CultureInfo.InvariantCulture, $"        took({step++}, Probe.Read({lvalue}));\n");
                text.Append(CultureInfo.InvariantCulture, $"        {lvalue} = default;\n        took({step++}, 0);\n");
            }
        }

        return text.Append("    }\n}\n").ToString();
    }
}
