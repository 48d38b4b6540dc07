namespace System.Runtime.CompilerServices;

/// <summary>In a function pointer's type: C's calling convention.</summary>
public class CallConvCdecl
{
}

/// <summary>In a function pointer's type: a call that the garbage collector need not know of.</summary>
public class CallConvSuppressGCTransition
{
}
