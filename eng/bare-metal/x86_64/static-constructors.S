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
#define ROW_START		8
#define ROW_END			16
#define EXPECTED_ROW_SIZE	24
#define EAGER_CONSTRUCTORS	205

	.text
	.global	bare_run_static_constructors
bare_run_static_constructors:
	push	%rbx
	push	%rbp
	sub	$8, %rsp
	mov	bare_modules, %rax
	cmpl	$SIGNATURE, (%rax)
	jne	unknown
	cmpb	$EXPECTED_ROW_SIZE, ROW_SIZE(%rax)
	jne	unknown
	movzwl	ROW_COUNT(%rax), %ecx
	add	$ROWS, %rax

1:	test	%ecx, %ecx
	jz	3f
	cmpl	$EAGER_CONSTRUCTORS, (%rax)
	je	2f
	add	$EXPECTED_ROW_SIZE, %rax
	dec	%ecx
	jmp	1b

2:	mov	ROW_START(%rax), %rbx
	mov	ROW_END(%rax), %rbp
	jmp	5f
4:	movslq	(%rbx), %rax			/* each entry is its constructor's distance from itself */
	add	%rbx, %rax
	add	$4, %rbx
	call	*%rax
5:	cmp	%rbp, %rbx
	jb	4b

3:	add	$8, %rsp
	pop	%rbp
	pop	%rbx
	ret

unknown:
	say	"bare-metal: ilc's module header is of another version; see static-constructors.S\n"
	mov	$BARE_EXIT_BOOT, %edi
	jmp	bare_exit
