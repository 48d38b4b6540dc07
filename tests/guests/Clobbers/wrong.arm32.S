/* Each relies on what a call before may have overwritten. */
#define HYPERVISOR_xen_version	17
#define HYPERVISOR_hypfs_op	42
#define XENVER_version		0
#define XENVER_extraversion	1

	.syntax	unified
	.arch	armv7-a
	.arch_extension virt
	.arm

	.text
	.global	wrong_operation_kept
	.type	wrong_operation_kept, %function
wrong_operation_kept:
	mov	r0, #XENVER_version
	mov	r1, #0
	mov	r12, #HYPERVISOR_xen_version
	hvc	#0xea1
	mov	r0, #XENVER_version
	mov	r1, #0
	hvc	#0xea1				/* r12 */
	bx	lr

	.global	wrong_buffer_kept
	.type	wrong_buffer_kept, %function
wrong_buffer_kept:
	mov	r1, r0
	mov	r0, #XENVER_extraversion
	mov	r12, #HYPERVISOR_xen_version
	hvc	#0xea1
	mov	r0, #XENVER_extraversion
	mov	r12, #HYPERVISOR_xen_version
	hvc	#0xea1				/* r1 */
	bx	lr

	.global	wrong_unpassed_kept
	.type	wrong_unpassed_kept, %function
wrong_unpassed_kept:
	push	{r4}				/* the caller's, who would not have it back */
	mov	r4, #1
	mov	r0, #0
	mov	r12, #HYPERVISOR_hypfs_op
	hvc	#0xea1
	cmp	r4, #1
	moveq	r0, #1
	movne	r0, #0
	pop	{r4}
	bx	lr

	.section .note.GNU-stack, "", %progbits
