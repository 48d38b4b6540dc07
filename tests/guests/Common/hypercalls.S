/* Xen's hypercalls on Arm: the number in x16, arguments where C# already put them, the result in x0. */
	.section .note.GNU-stack, "", %progbits

	.macro	hypercall	number
	.global	hypercall_hvc_\number
hypercall_hvc_\number:
	mov	x16, #\number
	hvc	#0xea1
	ret
	.endm

	.text
	hypercall	12
	hypercall	18
	hypercall	29
