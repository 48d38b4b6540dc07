namespace System;

/// <summary>The base of delegates, which need a heap: named by the compiler, made by nobody.</summary>
public abstract class Delegate
{
}

/// <summary>The base of delegates that have an invocation list.</summary>
public abstract class MulticastDelegate : Delegate
{
}

/// <summary>The base of exceptions, which end the guest here instead of being thrown.</summary>
public class Exception
{
}
