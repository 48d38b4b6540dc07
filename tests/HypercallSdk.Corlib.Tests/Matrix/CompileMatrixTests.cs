using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Corlib.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Corlib.Tests.Matrix;

/// <summary>
/// Keeps the four corlibs honest: each must have the gaps that were measured on the one it is named after, and no others.
/// </summary>
public sealed class CompileMatrixTests
{
    /// <summary>C# 12, as that was measured with: primary constructors and inline arrays are of it.</summary>
    private static readonly CSharpParseOptions CSharp12 = new(LanguageVersion.CSharp12);

    public static TheoryData<string, string> Cells
    {
        get
        {
            TheoryData<string, string> cells = [];
            foreach (Construct construct in Constructs.All)
            {
                foreach (string corlib in Corlibs.Names)
                {
                    cells.Add(construct.Name, corlib);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_construct_compiles_or_fails_with_the_error_that_was_measured(string name, string corlib)
    {
        Construct construct = Constructs.All.Single(construct => construct.Name == name);
        SyntaxTree file = CSharpSyntaxTree.ParseText(construct.Source, CSharp12);

        IReadOnlyList<Diagnostic> errors = Corlibs.ErrorsOf(Corlibs.With(corlib, CSharp12, [file]));

        if (construct.ErrorOn(corlib) is { } expected)
        {
            Assert.Contains(errors, error => error.Id == expected); // another may follow from it
            Assert.All(errors, error => Assert.Same(file, error.Location.SourceTree ?? file));
        }
        else
        {
            Assert.Empty(errors);
        }
    }
}
