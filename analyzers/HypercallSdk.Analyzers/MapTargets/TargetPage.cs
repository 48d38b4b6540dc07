using System.Globalization;
using System.Numerics;
using HypercallSdk.Analyzers.Constants;

namespace HypercallSdk.Analyzers.MapTargets;

/// <summary>The page of 4 KiB, as large as Xen's, that a constant says something will be mapped at.</summary>
internal sealed class TargetPage
{
    private const int PageShift = 12;

    private readonly Constant _constant;

    /// <param name="constant">A frame or an address.</param>
    public TargetPage(Constant constant)
    {
        _constant = constant;
    }

    /// <summary>
    /// The address of the page's first byte; it exceeds 64 bits for a frame too high to have an address.
    /// </summary>
    public BigInteger FirstByte => Frame << PageShift;

    /// <summary>
    /// The page as a message names it: what the source says, and in brackets the same in the other unit.
    /// </summary>
    public string Description => _constant.Unit == ConstantUnit.Frame
        ? $"Frame {Hexadecimal(Frame)} ({FrameRemark})"
        : $"Address {Hexadecimal(_constant.Value)} (frame {Hexadecimal(Frame)})";

    private BigInteger Frame => _constant.Unit == ConstantUnit.Frame ? _constant.Value : _constant.Value >> PageShift;

    private string FrameRemark =>
        _constant == FrameArithmetic.Invalid ? "INVALID_GFN, no frame" : "address " + Hexadecimal(FirstByte);

    /// <summary>Whether an address of so many bits reaches the page.</summary>
    public bool IsWithin(int addressBits) => FirstByte >> addressBits == BigInteger.Zero;

    /// <summary>
    /// A number as people write addresses; <see cref="BigInteger"/> itself would put a 0 before a high digit.
    /// </summary>
    internal static string Hexadecimal(BigInteger value)
    {
        string digits = value.ToString("x", CultureInfo.InvariantCulture).TrimStart('0');
        return "0x" + (digits.Length == 0 ? "0" : digits);
    }
}
