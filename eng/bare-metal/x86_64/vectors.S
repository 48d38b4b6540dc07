/*
 * Exceptions. None is expected but one: the load in bare_probe_read. Any other says on the console what happened and ends the
 * guest with a failing code, so that a test sees a fault and not a hang.
 */
#include "bare-metal.h"

#define VECTORS			32
#define WITH_ERROR_CODE		0x60227d00	/* a bit a vector */
#define INVALID_OPCODE		6
#define GENERAL_PROTECTION	13
#define PAGE_FAULT		14

#define CODE			0x08		/* boot.S's */
#define GATE			0x8e01		/* present, an interrupt gate, on the first of the task's stacks */
#define PV_CODE			0xe033		/* FLAT_KERNEL_CS64 */

/* What the code below finds, from the top: vector, error code or 0, and what the processor pushes. */
#define FRAME_VECTOR		0
#define FRAME_ERROR		8
#define FRAME_RIP		16
#define FRAME_RSP		40

	.text
	.balign	16
entries:
	.set	vector, 0
	.rept	VECTORS
	.balign	16
	.if	((WITH_ERROR_CODE >> vector) & 1) == 0
	push	$0
	.endif
	push	$vector
	jmp	exception
	.set	vector, vector + 1
	.endr

/* Xen bounces an exception to a PV guest as the processor would, with rcx and r11, which SYSCALL would lose, on top. */
	.balign	16
pv_entries:
	.set	vector, 0
	.rept	VECTORS
	.balign	16
	pop	%rcx
	pop	%r11
	jmp	entries + 16 * vector
	.set	vector, vector + 1
	.endr

/* Neither way back needs an iret: the privilege is the same, and interrupts are off, or masked, throughout. */
exception:
	cmpq	$probe_load, FRAME_RIP(%rsp)
	jne	1f
	mov	FRAME_RSP(%rsp), %rsp
	jmp	probe_aborted
1:	cmpq	$bare_exit_trap, FRAME_RIP(%rsp)
	je	bare_exit_unheard
	mov	FRAME_VECTOR(%rsp), %r12	/* nobody returns from here: the callee-saved registers are free */
	mov	FRAME_ERROR(%rsp), %r13
	mov	FRAME_RIP(%rsp), %r14
	mov	%cr2, %r15			/* Xen emulates the read for a PV guest */
	and	$-16, %rsp

	say	"bare-metal: "
	cmp	$PAGE_FAULT, %r12
	je	2f
	cmp	$GENERAL_PROTECTION, %r12
	je	3f
	cmp	$INVALID_OPCODE, %r12
	je	4f
	say	"exception "
	mov	%r12, %rdi
	call	print_hex
	jmp	5f
2:	say	"a page fault at address "
	mov	%r15, %rdi
	call	print_hex
	jmp	5f
3:	say	"a general protection fault"
	jmp	5f
4:	say	"an undefined instruction"
5:	say	", by the code at "
	mov	%r14, %rdi
	call	print_hex
	say	", error code "
	mov	%r13, %rdi
	call	print_hex
	say	"\n"
	mov	$BARE_EXIT_EXCEPTION, %edi
	jmp	bare_exit

/* Fills the table of gates and loads it: a gate has its address in pieces, which no linker writes. */
	.global	bare_load_exceptions
bare_load_exceptions:
	mov	$entries, %eax
	mov	$gates, %edi
	mov	$VECTORS, %ecx
1:	movzwl	%ax, %edx
	or	$(CODE << 16), %edx
	mov	%edx, (%rdi)
	mov	%eax, %edx
	and	$0xffff0000, %edx
	or	$GATE, %edx
	mov	%edx, 4(%rdi)
	add	$16, %eax
	add	$16, %rdi
	dec	%ecx
	jnz	1b
	lidt	gates_pointer
	ret

/*
 * int bare_probe_read(const uint64_t *address, uint64_t *value)
 * Reads eight bytes and returns 1; returns 0 and leaves the value alone if nothing is mapped there. What the page tables map
 * and Xen does not, a PVH guest's hole, reads as ones.
 */
	.global	bare_probe_read
bare_probe_read:
probe_load:
	mov	(%rdi), %rax
	mov	%rax, (%rsi)
	mov	$1, %eax
	ret
probe_aborted:
	xor	%eax, %eax
	ret

/* Prints rdi as 0x and sixteen digits. */
print_hex:
	sub	$24, %rsp
	movw	$('0' | ('x' << 8)), (%rsp)
	mov	$2, %ecx
1:	rol	$4, %rdi
	mov	%edi, %eax
	and	$0xf, %eax
	add	$'0', %eax
	cmp	$'9', %eax
	jbe	2f
	add	$('a' - '0' - 10), %eax
2:	mov	%al, (%rsp, %rcx)
	inc	%ecx
	cmp	$18, %ecx
	jb	1b
	mov	%rsp, %rdi
	mov	$18, %esi
	call	bare_print
	add	$24, %rsp
	ret

/* For Xen: vector, privilege 0, selector, address; a row without an address is the end. */
	.section .rodata
	.balign	8
	.global	bare_pv_traps
bare_pv_traps:
	.set	vector, 0
	.rept	VECTORS
	.byte	vector, 0
	.word	PV_CODE
	.long	0
	.quad	pv_entries + 16 * vector
	.set	vector, vector + 1
	.endr
	.quad	0, 0

	.balign	8
gates_pointer:
	.word	16 * VECTORS - 1
	.quad	gates

	.bss
	.balign	16
gates:	.zero	16 * VECTORS

	.section .stack, "aw", %nobits
	.balign	16
	.zero	0x1000
	.global	bare_exception_stack_top
bare_exception_stack_top:
