/* What assembly and C# ask of the machine: print, end, fail. */
#include "bare-metal.h"

	.text
/* void bare_print(const char *text, uint64_t length): on Xen's console. */
	.global	bare_print
bare_print:
	mov	%rdi, %rdx
	mov	$CONSOLEIO_write, %edi
	jmp	hypercall_page + 32 * HYPERVISOR_console_io

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

/* The machine has no such device, or the domain may not use it, so nobody hears an exit code: at least the domain ends. */
bare_exit_unheard:
	and	$-16, %rsp
	say	"bare-metal: no isa-debug-exit here, so the exit code is lost; shutting the domain down\n"
	push	$SHUTDOWN_crash
	push	$SHUTDOWN_crash
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
