/* Shared by the assembly files of a bare-metal guest on 32-bit Arm. ilc's code is Thumb, this is not: calls change by themselves. */
#include "../exit-codes.h"

	.syntax	unified
	.arch	armv7-a
	.arch_extension virt
	.fpu	vfpv3
	.arm

	.section .note.GNU-stack, "", %progbits

/* Xen's conduit on 32-bit Arm: the hypercall's number in r12, arguments in r0 to r4, the result in r0. */
#define XEN_HVC			0xea1
#define HYPERVISOR_console_io	18
#define CONSOLEIO_write		0
#define HYPERVISOR_sched_op	29
#define SCHEDOP_shutdown	2
#define SHUTDOWN_crash		3

/* A function that other files call. */
	.macro	function name
	.global	\name
	.type	\name, %function
\name:
	.endm

/* An address in the image, wherever that lies. */
	.macro	address register, symbol
	movw	\register, #:lower16:(\symbol - (10f + 8))
	movt	\register, #:upper16:(\symbol - (10f + 8))
10:	add	\register, pc, \register
	.endm

/* Prints a literal. Changes what a call may change. */
	.macro	say	text
	.pushsection .rodata.say, "a", %progbits
say_start_\@:
	.ascii	"\text"
say_end_\@:
	.popsection
	address	r0, say_start_\@
	mov	r1, #(say_end_\@ - say_start_\@)
	bl	bare_print
	.endm
