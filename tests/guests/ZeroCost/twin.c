/*
 * What a C kernel executes for the hypercalls of Calls.cs: a struct on the stack, and a stub of three instructions out of line, as
 * Linux has it on Arm. On x86 the instruction decides; syscall needs seven, since it overwrites two registers.
 */
#include <stddef.h>
#include <stdint.h>

#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <xen/xen.h>
#include <xen/memory.h>
#include <xen/grant_table.h>
#include <xen/event_channel.h>

#if defined(TRAP_hvc)
#define TRAP(number) "mov x16, #" #number "\n hvc #0xEA1\n ret"
#elif defined(TRAP_vmmcall)
#define TRAP(number) "mov $" #number ", %eax\n vmmcall\n ret"
#elif defined(TRAP_syscall)
#define TRAP(number) "push %rcx\n push %r11\n mov $" #number ", %eax\n syscall\n pop %r11\n pop %rcx\n ret"
#else
#error "the twin knows hvc, vmmcall and syscall"
#endif

/* As the compiler aligns functions itself. */
#define STUB(name, number) \
	__asm__(".text\n .balign 16\n .globl " #name "\n .type " #name ", %function\n" #name ":\n " TRAP(number) "\n .size " #name ", . - " #name)

STUB(HYPERVISOR_memory_op, 12);
STUB(HYPERVISOR_console_io, 18);
STUB(HYPERVISOR_grant_table_op, 20);
STUB(HYPERVISOR_event_channel_op, 32);

long HYPERVISOR_memory_op(unsigned long command, void *argument);
long HYPERVISOR_console_io(unsigned long command, unsigned long count, const char *buffer);
long HYPERVISOR_grant_table_op(unsigned long command, void *operations, unsigned long count);
long HYPERVISOR_event_channel_op(unsigned long command, void *argument);

long twin_add_to_physmap(domid_t domid, uint16_t size, unsigned int space, xen_ulong_t idx, xen_pfn_t gpfn)
{
	struct xen_add_to_physmap argument = { .domid = domid, .size = size, .space = space, .idx = idx, .gpfn = gpfn };

	return -HYPERVISOR_memory_op(XENMEM_add_to_physmap, &argument);
}

long twin_add_to_physmap_batch(
	domid_t domid, uint16_t space, uint16_t size, domid_t foreign_domid, xen_ulong_t *idxs, xen_pfn_t *gpfns, int *errs)
{
	struct xen_add_to_physmap_batch argument = { .domid = domid, .space = space, .size = size, .u.foreign_domid = foreign_domid };

	set_xen_guest_handle(argument.idxs, idxs);
	set_xen_guest_handle(argument.gpfns, gpfns);
	set_xen_guest_handle(argument.errs, errs);
	return -HYPERVISOR_memory_op(XENMEM_add_to_physmap_batch, &argument);
}

long twin_map_grant_ref(
	uint64_t host_addr, uint32_t flags, grant_ref_t ref, domid_t dom, int16_t *status, grant_handle_t *handle, uint64_t *dev_bus_addr)
{
	struct gnttab_map_grant_ref argument;
	long result;

	argument.host_addr = host_addr;
	argument.flags = flags;
	argument.ref = ref;
	argument.dom = dom;
	argument.status = -1; /* Linux sets it since XSA-361, to a value that is no success */
	result = HYPERVISOR_grant_table_op(GNTTABOP_map_grant_ref, &argument, 1);
	*status = argument.status;
	*handle = argument.handle;
	*dev_bus_addr = argument.dev_bus_addr;
	return -result;
}

long twin_console_write(unsigned int count, const char *buffer)
{
	return -HYPERVISOR_console_io(CONSOLEIO_write, count, buffer);
}

long twin_send(evtchn_port_t port)
{
	struct evtchn_send argument = { .port = port };

	return -HYPERVISOR_event_channel_op(EVTCHNOP_send, &argument);
}
