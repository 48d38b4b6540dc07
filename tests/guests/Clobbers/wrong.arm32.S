/* Two calls each, of which the second relies on what the first may have overwritten. */
#define HYPERVISOR_xen_version	17
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

	.section .note.GNU-stack, "", %progbits
