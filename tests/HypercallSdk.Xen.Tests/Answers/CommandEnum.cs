using System.Collections.Generic;

namespace HypercallSdk.Xen.Tests.Answers;

/// <summary>An enum whose members are operations of an operation: what it does depends on the member that it is given.</summary>
/// <param name="Operation">The operation that takes it.</param>
/// <param name="Type">The enum.</param>
internal sealed record CommandEnum(OperationName Operation, string Type)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<CommandEnum> All { get; } =
    [
        Of("memory_op XENMEM_add_to_physmap", "MapSpace"),
        Of("memory_op XENMEM_access_op", "MemoryAccessCommand"),
        Of("memory_op XENMEM_paging_op", "MemoryPagingCommand"),
        Of("memory_op XENMEM_sharing_op", "MemorySharingCommand"),
        Of("vm_assist VMASST_CMD_enable", "VmAssistType"),
        Of("callback_op CALLBACKOP_register", "CallbackType"),
        Of("mmu_update mmu_update", "PageTableUpdateKind"),
        Of("mmuext_op mmuext_op", "MmuextCommand"),
        Of("hvm_op HVMOP_get_param", "HvmParam"),
        Of("dm_op dm_op", "DmOperation"),
    ];

    private static CommandEnum Of(string operation, string type) => new(OperationName.Parse(operation), type);
}
