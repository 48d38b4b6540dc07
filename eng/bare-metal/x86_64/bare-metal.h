/* Shared by the assembly files of a bare-metal guest. */
#include "../exit-codes.h"

	.section .note.GNU-stack, "", %progbits

/* Every hypercall here goes through Xen's page, which traps rightly on PV, on AMD and on Intel: rdi, rsi, rdx in, rax out. */
#define HYPERCALL(number)	call hypercall_page + 32 * (number)
#define HYPERVISOR_set_trap_table 0
#define HYPERVISOR_console_io	18
#define CONSOLEIO_write		0
#define HYPERVISOR_sched_op	29
#define SCHEDOP_shutdown	2
#define HYPERVISOR_physdev_op	33
#define PHYSDEVOP_set_iopl	6

/* Where QEMU's isa-debug-exit listens, and where Xen listens to what an HVM guest prints. */
#define EXIT_PORT		0xf4
#define DEBUG_CONSOLE_PORT	0xe9

/* Prints a literal. Changes what a call may change. */
	.macro	say	text
	.pushsection .rodata.say, "a", %progbits
say_start_\@:
	.ascii	"\text"
say_end_\@:
	.popsection
	mov	$say_start_\@, %edi
	mov	$(say_end_\@ - say_start_\@), %esi
	call	bare_print
	.endm
