/*
 * The runtime symbols that ilc's code refers to by name. There is no garbage collector and one processor, so the transitions
 * between managed and native code have nothing to do.
 */
#include "bare-metal.h"

	.text
	.global	RhpReversePInvoke, RhpReversePInvokeReturn, RhpPInvoke, RhpPInvokeReturn, RhpGcPoll
RhpReversePInvoke:
RhpReversePInvokeReturn:
RhpPInvoke:
RhpPInvokeReturn:
RhpGcPoll:
	ret

/* Where code goes whose stack buffer was overrun. */
	.global	RhpFallbackFailFast
RhpFallbackFailFast:
	adrp	x0, overrun
	add	x0, x0, :lo12:overrun
	mov	x1, #(overrun_end - overrun)
	b	bare_fail

	.section .rodata
overrun:
	.ascii	"an overrun buffer on its stack"
overrun_end:

	.balign	8
	.global	RhpTrapThreads, __security_cookie
RhpTrapThreads:
	.quad	0				/* no thread is ever to be stopped */
__security_cookie:
	.quad	0x5ca1ab1e0ddba11		/* lies between a buffer and the return address; any odd value does */
