/*
 * The runtime symbols that ilc's code refers to by name. There is no garbage collector and one processor, so the transitions
 * between managed and native code have nothing to do. Nor has the probe of a large frame's stack: no page below it is missing.
 */
#include "bare-metal.h"

	.text
	.global	RhpReversePInvoke, RhpReversePInvokeReturn, RhpPInvoke, RhpPInvokeReturn, RhpGcPoll, RhpStackProbe
RhpReversePInvoke:
RhpReversePInvokeReturn:
RhpPInvoke:
RhpPInvokeReturn:
RhpGcPoll:
RhpStackProbe:
	ret

/* Where code goes whose stack buffer was overrun. */
	.global	RhpFallbackFailFast
RhpFallbackFailFast:
	mov	$overrun, %edi
	mov	$(overrun_end - overrun), %esi
	jmp	bare_fail

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
