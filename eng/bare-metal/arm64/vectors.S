/*
 * Exceptions. None is expected but one: the load in bare_probe_read. Any other says on the console what happened and ends the
 * guest with a failing code, so that a test sees a fault and not a hang.
 */
#include "bare-metal.h"

#define CLASS_UNDEFINED			0x00
#define CLASS_INSTRUCTION_ABORT		0x21
#define CLASS_DATA_ABORT		0x25

	.text
	.balign	0x800
	.global	bare_vectors
bare_vectors:
	.rept	16
	.balign	0x80
	b	exception
	.endr

/* Only registers that a probing caller has given up are changed before it is known that nobody goes on from here. */
	.balign	0x80
exception:
	mrs	x9, elr_el1
	adr	x10, probe_load
	cmp	x9, x10
	b.ne	1f
	adr	x9, probe_aborted
	msr	elr_el1, x9
	eret
1:	adr	x10, bare_exit_trap
	cmp	x9, x10
	b.eq	no_semihosting
	mov	x20, x9				/* nobody returns from here: the callee-saved registers are free */
	mrs	x21, esr_el1
	mrs	x22, far_el1
	adrp	x0, exception_stack_top		/* the guest's own may be what is wrong */
	add	sp, x0, :lo12:exception_stack_top

	say	"bare-metal: "
	lsr	x23, x21, #26
	cmp	x23, #CLASS_DATA_ABORT
	b.eq	2f
	cmp	x23, #CLASS_INSTRUCTION_ABORT
	b.eq	3f
	cbz	x23, 4f
	say	"an exception"
	b	5f
2:	say	"a data abort at address "
	mov	x0, x22
	bl	print_hex
	b	5f
3:	say	"an instruction abort at address "
	mov	x0, x22
	bl	print_hex
	b	5f
4:	say	"an undefined instruction"
5:	say	", by the code at "
	mov	x0, x20
	bl	print_hex
	say	" (image + "
	adrp	x0, _start
	sub	x0, x20, x0
	bl	print_hex
	say	"), ESR_EL1 "
	mov	x0, x21
	bl	print_hex
	say	"\n"
	mov	w0, #BARE_EXIT_EXCEPTION
	b	bare_exit

/* The machine does not answer semihosting, so nobody hears an exit code: at least the domain ends. */
no_semihosting:
	say	"bare-metal: no semihosting here, so the exit code is lost; shutting the domain down\n"
	mov	w0, #SHUTDOWN_crash
	str	x0, [sp, #-16]!
	mov	x1, sp
	mov	x0, #SCHEDOP_shutdown
	mov	x16, #HYPERVISOR_sched_op
	hvc	#XEN_HVC
1:	wfi
	b	1b

/*
 * int bare_probe_read(const uint64_t *address, uint64_t *value)
 * Reads eight bytes and returns 1; returns 0 and leaves the value alone if the address aborts, as a hole does.
 */
	.global	bare_probe_read
bare_probe_read:
probe_load:
	ldr	x2, [x0]
	str	x2, [x1]
	mov	w0, #1
	ret
probe_aborted:
	mov	w0, #0
	ret

/* Prints x0 as 0x and sixteen digits. */
print_hex:
	stp	x29, x30, [sp, #-48]!
	mov	w2, #'0'
	strb	w2, [sp, #16]
	mov	w2, #'x'
	strb	w2, [sp, #17]
	add	x1, sp, #18
	mov	w3, #64
1:	sub	w3, w3, #4
	lsr	x2, x0, x3
	and	w2, w2, #0xf
	cmp	w2, #10
	add	w4, w2, #('a' - 10)
	add	w2, w2, #'0'
	csel	w2, w2, w4, lo
	strb	w2, [x1], #1
	cbnz	w3, 1b
	add	x0, sp, #16
	mov	x1, #18
	bl	bare_print
	ldp	x29, x30, [sp], #48
	ret

	.section .stack, "aw", %progbits
	.balign	16
	.zero	0x400
exception_stack_top:
