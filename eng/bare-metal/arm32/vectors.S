/*
 * Exceptions. None is expected but one: the load in bare_probe_read. Any other says on the console what happened and ends the
 * guest with a failing code, so that a test sees a fault and not a hang.
 */
#include "bare-metal.h"

#define SVC_MODE		0x13
#define THUMB			(1 << 5)
#define FAULT_STATUS		0x3f
#define XENS_OWN		0x22		/* a debug event: what Xen says of each abort that it makes itself, of a hole's too */

/* Nobody returns from here: r4 is the code's address, r5 the fault's status, r6 its address, and the mode is the guest's own. */
	.macro	unexpected status, fault_address
	mrc	p15, 0, r5, c5, c0, \status
	mrc	p15, 0, r6, c6, c0, \fault_address
	mov	r4, lr
	cps	#SVC_MODE
	address	sp, exception_stack_top		/* the guest's own may be what is wrong */
	.endm

#define DATA_FAULT		0
#define INSTRUCTION_FAULT	1
#define DATA_ADDRESS		0
#define INSTRUCTION_ADDRESS	2

	.text
	.balign	32
	.global	bare_vectors
bare_vectors:
	b	other
	b	undefined
	b	no_semihosting			/* nothing but bare_exit makes such a call */
	b	instruction_abort
	b	data_abort
	b	other
	b	other
	b	other

/*
 * Only registers that a probing caller has given up are changed before it is known that nobody goes on from here. The processor
 * leaves in lr what is 8 bytes behind the load, and Xen, which makes aborts of its own, the load.
 */
data_abort:
	adr	r3, probe_load
	cmp	lr, r3
	addne	r3, r3, #8
	cmpne	lr, r3
	beq	probe_met_a_hole
	mrc	p15, 0, r3, c5, c0, DATA_FAULT
	and	r3, r3, #FAULT_STATUS
	cmp	r3, #XENS_OWN
	subeq	lr, lr, #4			/* as it is for ilc's code; spsr, which tells Thumb apart, Xen leaves 0 */
	subne	lr, lr, #8
	unexpected DATA_FAULT, DATA_ADDRESS
	say	"bare-metal: a data abort at address "
	b	aborted

instruction_abort:
	unexpected INSTRUCTION_FAULT, INSTRUCTION_ADDRESS
	mov	r4, r6				/* the code is what aborted */
	say	"bare-metal: an instruction abort at address "
aborted:
	mov	r0, r6
	bl	print_hex
	b	ended

undefined:
	mrs	r3, spsr
	tst	r3, #THUMB			/* its instructions are nearer */
	subne	lr, lr, #2
	subeq	lr, lr, #4
	unexpected INSTRUCTION_FAULT, INSTRUCTION_ADDRESS
	mov	r5, #0				/* no fault has a status */
	say	"bare-metal: an undefined instruction"
	b	ended

other:	unexpected DATA_FAULT, DATA_ADDRESS
	say	"bare-metal: an exception"

ended:	say	", by the code at "
	mov	r0, r4
	bl	print_hex
	say	" (image + "
	address	r0, _start
	sub	r0, r4, r0
	bl	print_hex
	say	"), fault status "
	mov	r0, r5
	bl	print_hex
	say	"\n"
	mov	r0, #BARE_EXIT_EXCEPTION
	b	bare_exit

/* The machine does not answer semihosting, so nobody hears an exit code: at least the domain ends. */
no_semihosting:
	say	"bare-metal: no semihosting here, so the exit code is lost; shutting the domain down\n"
	mov	r0, #SHUTDOWN_crash
	push	{r0, r1}
	mov	r1, sp
	mov	r0, #SCHEDOP_shutdown
	mov	r12, #HYPERVISOR_sched_op
	hvc	#XEN_HVC
1:	wfi
	b	1b

/*
 * int bare_probe_read(const uint64_t *address, uint64_t *value)
 * Reads eight bytes and returns 1; returns 0 and leaves the value alone if the address aborts, as a hole does.
 */
	function bare_probe_read
probe_load:
	ldrd	r2, r3, [r0]
	strd	r2, r3, [r1]
	mov	r0, #1
	bx	lr
probe_met_a_hole:
	cps	#SVC_MODE
	mov	r0, #0
	bx	lr

/* Prints r0 as 0x and eight digits. */
print_hex:
	push	{r4, lr}
	sub	sp, sp, #16
	mov	r2, #'0'
	strb	r2, [sp]
	mov	r2, #'x'
	strb	r2, [sp, #1]
	add	r1, sp, #2
	mov	r3, #32
1:	sub	r3, r3, #4
	lsr	r2, r0, r3
	and	r2, r2, #0xf
	cmp	r2, #10
	addlo	r2, r2, #'0'
	addhs	r2, r2, #('a' - 10)
	strb	r2, [r1], #1
	cmp	r3, #0
	bne	1b
	mov	r0, sp
	mov	r1, #10
	bl	bare_print
	add	sp, sp, #16
	pop	{r4, pc}

	.section .stack, "aw", %progbits
	.balign	16
	.zero	0x400
exception_stack_top:
