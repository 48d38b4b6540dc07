/* Each relies on what a call before may have overwritten. */
#define HYPERVISOR_xen_version	17
#define HYPERVISOR_hypfs_op	42
#define XENVER_version		0
#define XENVER_extraversion	1

	.text
	.global	wrong_operation_kept
wrong_operation_kept:
	mov	x0, #XENVER_version
	mov	x1, #0
	mov	x16, #HYPERVISOR_xen_version
	hvc	#0xea1
	mov	x0, #XENVER_version
	mov	x1, #0
	hvc	#0xea1				/* x16 */
	ret

	.global	wrong_buffer_kept
wrong_buffer_kept:
	mov	x1, x0
	mov	x0, #XENVER_extraversion
	mov	x16, #HYPERVISOR_xen_version
	hvc	#0xea1
	mov	x0, #XENVER_extraversion
	mov	x16, #HYPERVISOR_xen_version
	hvc	#0xea1				/* x1 */
	ret

	.global	wrong_unpassed_kept
wrong_unpassed_kept:
	mov	x4, #1
	mov	x0, #0
	mov	x16, #HYPERVISOR_hypfs_op
	hvc	#0xea1
	cmp	x4, #1
	cset	x0, eq
	ret

	.section .note.GNU-stack, "", %progbits
