using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Results;

/// <summary>Recognises the support source's types of results by their full names: every copy of them counts.</summary>
internal static class ResultTypes
{
    /// <summary>The member of each that holds the result register.</summary>
    public const string Value = "Value";

    /// <summary>The members of <c>XenResult</c> and <c>XenQuantity</c> that say whether there is an error, and which.</summary>
    public const string IsFailure = "IsFailure", IsSuccess = "IsSuccess", Errno = "Errno";

    /// <summary>The member of <c>ExtentCount</c> that asks for the only success.</summary>
    public const string IsAll = "IsAll";

    /// <summary>The member of <c>XenErrno</c> that stands for none.</summary>
    public const string NoError = "None";

    private const string Result = "HypercallSdk.XenResult";
    private const string Extents = "HypercallSdk.ExtentCount";
    private const string Quantity = "HypercallSdk.XenQuantity";
    /// <summary>The full name of the enum of Xen's error numbers.</summary>
    public const string XenErrno = "HypercallSdk.XenErrno";


    /// <summary>Whether a value of the type is what an operation answered, whoever hands it on.</summary>
    public static bool IsResult(ITypeSymbol? type) => Is(type, Result) || Is(type, Extents) || Is(type, Quantity);

    /// <summary>Whether the type is <c>ExtentCount</c>.</summary>
    public static bool IsExtentCount(ITypeSymbol? type) => Is(type, Extents);

    /// <summary>Whether the type is <c>XenQuantity</c>.</summary>
    public static bool IsQuantity(ITypeSymbol? type) => Is(type, Quantity);

    /// <summary>Whether the type is <c>XenResult</c>.</summary>
    public static bool IsXenResult(ITypeSymbol? type) => Is(type, Result);

    /// <summary>Whether the type is <c>XenErrno</c>.</summary>
    public static bool IsErrno(ITypeSymbol? type) => Is(type, XenErrno);

    private static bool Is(ITypeSymbol? type, string name) => type is INamedTypeSymbol named && named.IsNamed(name);
}
