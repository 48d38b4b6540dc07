/*
 * The runtime symbols that ilc's code refers to by name. There is no garbage collector and one processor, so the transitions
 * between managed and native code have nothing to do.
 */
#include "bare-metal.h"

	.text
	function RhpReversePInvoke
	function RhpReversePInvokeReturn
	function RhpPInvoke
	function RhpPInvokeReturn
	function RhpGcPoll
	function RhpStackProbe
	bx	lr

/* Unwind tables name these two; nobody unwinds. */
	function __aeabi_unwind_cpp_pr0
	function __aeabi_unwind_cpp_pr1
	b	.

/* Shifts of 64 bits: r0 and r1 are the value's halves, r2 is the distance, of which C# takes six bits. */
	function RhpLLsh
	and	r2, r2, #63
	subs	r3, r2, #32
	rsb	r12, r2, #32
	lsl	r1, r1, r2			/* a distance of 32 or more in a register gives 0 */
	orrmi	r1, r1, r0, lsr r12
	lslpl	r1, r0, r3
	lsl	r0, r0, r2
	bx	lr

	function RhpLRsz
	and	r2, r2, #63
	subs	r3, r2, #32
	rsb	r12, r2, #32
	lsr	r0, r0, r2
	orrmi	r0, r0, r1, lsl r12
	lsrpl	r0, r1, r3
	lsr	r1, r1, r2
	bx	lr

	function RhpLRsh
	and	r2, r2, #63
	subs	r3, r2, #32
	rsb	r12, r2, #32
	lsr	r0, r0, r2
	orrmi	r0, r0, r1, lsl r12
	asrpl	r0, r1, r3
	asr	r1, r1, r2
	bx	lr

/* Where code goes whose stack buffer was overrun. */
	function RhpFallbackFailFast
	address	r0, overrun
	mov	r1, #(overrun_end - overrun)
	b	bare_fail

	.section .rodata
overrun:
	.ascii	"an overrun buffer on its stack"
overrun_end:

/*
 * ilc's code does not read these two but the branches to them that it makes beside its functions, as if they were functions.
 * A branch is no 0, so it polls after each call, and a branch is as good as another cookie.
 */
	.balign	4
	.global	RhpTrapThreads, __security_cookie
RhpTrapThreads:
	.long	0				/* no thread is ever to be stopped */
__security_cookie:
	.long	0xddba11			/* lies between a buffer and the return address; any odd value does */
