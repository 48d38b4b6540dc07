/* Shared by the assembly files of a bare-metal guest. */
#include "../exit-codes.h"

	.section .note.GNU-stack, "", %progbits

/* Xen's conduit on Arm: the hypercall's number in x16, arguments in x0 to x4, the result in x0. */
#define XEN_HVC			0xea1
#define HYPERVISOR_console_io	18
#define CONSOLEIO_write		0
#define HYPERVISOR_sched_op	29
#define SCHEDOP_shutdown	2
#define SHUTDOWN_crash		3

/* Prints a literal. Changes what a call may change. */
	.macro	say	text
	.pushsection .rodata.say, "a", %progbits
say_start_\@:
	.ascii	"\text"
say_end_\@:
	.popsection
	adrp	x0, say_start_\@
	add	x0, x0, :lo12:say_start_\@
	mov	x1, #(say_end_\@ - say_start_\@)
	bl	bare_print
	.endm
