/* Each relies on what a call before may have overwritten. eax is the result, which everybody reloads. */
#define PAGE_OF_xen_version	hypercall_page + 32 * 17
#define PAGE_OF_hypfs_op	hypercall_page + 32 * 42
#define XENVER_version		0
#define XENVER_extraversion	1

	.text
	.global	wrong_operation_kept
wrong_operation_kept:
	mov	$XENVER_version, %edi
	xor	%esi, %esi
	call	PAGE_OF_xen_version
	xor	%esi, %esi
	jmp	PAGE_OF_xen_version		/* rdi */

	.global	wrong_buffer_kept
wrong_buffer_kept:
	mov	%rdi, %rsi
	mov	$XENVER_extraversion, %edi
	call	PAGE_OF_xen_version
	mov	$XENVER_extraversion, %edi
	jmp	PAGE_OF_xen_version		/* rsi */

	.global	wrong_unpassed_kept
wrong_unpassed_kept:
	mov	$1, %r8d
	xor	%edi, %edi
	call	PAGE_OF_hypfs_op
	xor	%eax, %eax
	cmp	$1, %r8
	sete	%al
	ret

	.section .note.GNU-stack, "", @progbits
