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
#define EXPECTED_ROW_SIZE	24
#define EAGER_CONSTRUCTORS	205

	.text
	.global	bare_run_static_constructors
bare_run_static_constructors:
	stp	x29, x30, [sp, #-32]!
	stp	x19, x20, [sp, #16]
	adrp	x0, bare_modules
	add	x0, x0, :lo12:bare_modules
	ldr	x0, [x0]
	ldr	w1, [x0]
	ldr	w2, =SIGNATURE
	cmp	w1, w2
	b.ne	unknown
	ldrb	w1, [x0, #ROW_SIZE]
	cmp	w1, #EXPECTED_ROW_SIZE
	b.ne	unknown
	ldrh	w1, [x0, #ROW_COUNT]
	add	x0, x0, #ROWS

1:	cbz	w1, 3f
	ldr	w2, [x0]
	cmp	w2, #EAGER_CONSTRUCTORS
	b.eq	2f
	add	x0, x0, #EXPECTED_ROW_SIZE
	sub	w1, w1, #1
	b	1b

2:	ldp	x19, x20, [x0, #ROW_EXTENT]
	b	5f
4:	ldrsw	x0, [x19]			/* each entry is its constructor's distance from itself */
	add	x0, x0, x19
	add	x19, x19, #4
	blr	x0
5:	cmp	x19, x20
	b.lo	4b

3:	ldp	x19, x20, [sp, #16]
	ldp	x29, x30, [sp], #32
	ret

unknown:
	say	"bare-metal: ilc's module header is of another version; see static-constructors.S\n"
	mov	w0, #BARE_EXIT_BOOT
	b	bare_exit
	.ltorg
