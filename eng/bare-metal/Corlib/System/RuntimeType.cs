namespace System;

/// <summary>What a type is at run time. No guest has one; ilc asks for the name when it folds a literal into the code.</summary>
internal sealed class RuntimeType
{
    private RuntimeType()
    {
    }
}
