/* What assembly and C# ask of the machine: print, end, fail. */
#include "bare-metal.h"

	.text
/* void bare_print(const char *text, uint32_t length): on Xen's console; an unprivileged domain's needs guest_loglvl=all. */
	function bare_print
	mov	r2, r0
	mov	r0, #CONSOLEIO_write
	mov	r12, #HYPERVISOR_console_io
	hvc	#XEN_HVC
	bx	lr

/*
 * _Noreturn void bare_exit(int code): ends the machine. SYS_EXIT_EXTENDED hands QEMU the code as its own exit status. A plain
 * shutdown would not do: QEMU ends with 0 for that, and for a Xen panic as well.
 */
	.global	bare_exit_trap
	function bare_exit
	mov	r2, r0
	movw	r1, #0x26			/* ADP_Stopped_ApplicationExit = 0x20026 */
	movt	r1, #0x2
	push	{r1, r2}
	mov	r1, sp
	mov	r0, #0x20			/* SYS_EXIT_EXTENDED */
bare_exit_trap:
	svc	#0x123456
	b	.

/* _Noreturn void bare_fail(const char *what, uint32_t length): compiled C# cannot go on. */
	function bare_fail
	mov	r4, r0
	mov	r5, r1
	say	"bare-metal: the guest's code met "
	mov	r0, r4
	mov	r1, r5
	bl	bare_print
	say	"\n"
	mov	r0, #BARE_EXIT_FAILED
	b	bare_exit
