/* What assembly and C# ask of the machine: print, end, fail. */
#include "bare-metal.h"

	.text
/* void bare_print(const char *text, uint64_t length): on Xen's console; an unprivileged domain's needs guest_loglvl=all. */
	.global	bare_print
bare_print:
	mov	x2, x0
	mov	x0, #CONSOLEIO_write
	mov	x16, #HYPERVISOR_console_io
	hvc	#XEN_HVC
	ret

/*
 * _Noreturn void bare_exit(int code): ends the machine. SYS_EXIT_EXTENDED hands QEMU the code as its own exit status. A plain
 * shutdown would not do: QEMU ends with 0 for that, and for a Xen panic as well.
 */
	.global	bare_exit, bare_exit_trap
bare_exit:
	mov	w2, w0
	mov	w1, #0x26			/* ADP_Stopped_ApplicationExit = 0x20026 */
	movk	w1, #0x2, lsl #16
	stp	x1, x2, [sp, #-16]!
	mov	x1, sp
	mov	w0, #0x20			/* SYS_EXIT_EXTENDED */
bare_exit_trap:
	hlt	#0xf000
	b	.

/* _Noreturn void bare_fail(const char *what, uint64_t length): compiled C# cannot go on. */
	.global	bare_fail
bare_fail:
	mov	x19, x0
	mov	x20, x1
	say	"bare-metal: the guest's code met "
	mov	x0, x19
	mov	x1, x20
	bl	bare_print
	say	"\n"
	mov	w0, #BARE_EXIT_FAILED
	b	bare_exit
