using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Results;

/// <summary>Knows the numbers of Xen's errors.</summary>
internal static class XenErrnos
{
    private const long Maximum = 4095;

    /// <summary>Whether a constant, held against a number of a family, could only be an error number, and is none of Xen's.</summary>
    /// <param name="family">The family.</param>
    /// <param name="constant">What it is compared with.</param>
    /// <param name="compilation">The compilation, which has <c>XenErrno</c>.</param>
    public static bool IsForeign(ErrorFamily family, IOperation constant, Compilation compilation)
    {
        if (family is not (ErrorFamily.Errno or ErrorFamily.NegatedErrno)
            || Outputs.Unconverted(constant).ConstantValue is not { HasValue: true, Value: int or long or short or sbyte } value)
        {
            return false;
        }

        long number = Convert.ToInt64(value.Value, CultureInfo.InvariantCulture);
        long errno = family == ErrorFamily.Errno ? number : -number;
        return errno is > 0 and <= Maximum && compilation.GetTypesByMetadataName(ResultTypes.XenErrno) is [{ } type, ..]
            && !type.GetMembers().OfType<IFieldSymbol>().Any(member => member.ConstantValue is { } known && Convert.ToInt64(known, CultureInfo.InvariantCulture) == errno);
    }
}
