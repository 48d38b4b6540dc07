/*
 * Runs the static constructors that ilc could not work out at compile time. Since the corlib has no runner for them, ilc lists
 * them in its module header to be run before everything else, in the order in which they need each other.
 */
#include "bare-metal.h"

/* The header: a signature, versions, then how many rows there are and how long each is; a row is a section's id and extent. */
#define SIGNATURE		0x00525452	/* "RTR" */
#define ROW_COUNT		12
#define ROW_SIZE		14
#define ROWS			16
#define ROW_EXTENT		8
#define EXPECTED_ROW_SIZE	16
#define EAGER_CONSTRUCTORS	205

	.text
	function bare_run_static_constructors
	push	{r4, r5, r6, lr}
	address	r0, bare_modules
	ldr	r0, [r0]
	ldr	r1, [r0]
	ldr	r2, =SIGNATURE
	cmp	r1, r2
	bne	unknown
	ldrb	r1, [r0, #ROW_SIZE]
	cmp	r1, #EXPECTED_ROW_SIZE
	bne	unknown
	ldrh	r1, [r0, #ROW_COUNT]
	add	r0, r0, #ROWS

1:	cmp	r1, #0
	beq	3f
	ldr	r2, [r0]
	cmp	r2, #EAGER_CONSTRUCTORS
	beq	2f
	add	r0, r0, #EXPECTED_ROW_SIZE
	sub	r1, r1, #1
	b	1b

2:	ldr	r4, [r0, #ROW_EXTENT]
	ldr	r5, [r0, #(ROW_EXTENT + 4)]
	b	5f
4:	ldr	r0, [r4]			/* each entry is its constructor's distance from itself */
	add	r0, r0, r4
	add	r4, r4, #4
	blx	r0
5:	cmp	r4, r5
	blo	4b

3:	pop	{r4, r5, r6, pc}

unknown:
	say	"bare-metal: ilc's module header is of another version; see static-constructors.S\n"
	mov	r0, #BARE_EXIT_BOOT
	b	bare_exit
	.ltorg
