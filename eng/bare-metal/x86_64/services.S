/* What assembly and C# ask of the machine: print, end, fail. */
#include "bare-metal.h"

	.text
/* void bare_print(const char *text, uint64_t length): on Xen's console. Xen refuses a domU, but has a port for those of HVM. */
	.global	bare_print
bare_print:
	push	%rdi
	push	%rsi
	mov	%rdi, %rdx
	mov	$CONSOLEIO_write, %edi
	HYPERCALL(HYPERVISOR_console_io)
	pop	%rcx
	pop	%rsi
	test	%rax, %rax
	jz	1f
	mov	$DEBUG_CONSOLE_PORT, %edx
	rep outsb				/* one trap for all of it, where a loop would take one a letter */
1:	ret

/*
 * _Noreturn void bare_exit(int code): ends the machine. isa-debug-exit makes 2 * code + 1 QEMU's own exit status, which has
 * 8 bits: other codes, 298 for one, would look like a pass. 68 would look like the end of the time. A plain shutdown would not
 * do: QEMU ends with 0 for that, and for a Xen panic as well.
 */
#define LAST_CODE		127
#define LOOKS_LIKE_KILLED	68
	.global	bare_exit, bare_exit_trap, bare_exit_unheard
bare_exit:
	cmp	$LAST_CODE, %edi
	ja	1f
	cmp	$LOOKS_LIKE_KILLED, %edi
	jne	2f
1:	mov	$LAST_CODE, %edi
2:	mov	%edi, %eax
bare_exit_trap:
	out	%eax, $EXIT_PORT

/*
 * The machine has no such device, or the domain is none that may use it. What a domU ends by, its toolstack sees; a dom0's reason
 * is printed by Xen, which reboots.
 */
bare_exit_unheard:
	and	$-16, %rsp
	or	$BARE_EXIT_REASON, %edi
	push	%rdi
	push	%rdi
	mov	%rsp, %rsi
	mov	$SCHEDOP_shutdown, %edi
	HYPERCALL(HYPERVISOR_sched_op)
1:	pause
	jmp	1b

/* _Noreturn void bare_fail(const char *what, uint64_t length): compiled C# cannot go on. */
	.global	bare_fail
bare_fail:
	and	$-16, %rsp
	mov	%rdi, %rbx
	mov	%rsi, %r12
	say	"bare-metal: the guest's code met "
	mov	%rbx, %rdi
	mov	%r12, %rsi
	call	bare_print
	say	"\n"
	mov	$BARE_EXIT_FAILED, %edi
	jmp	bare_exit
