/* uint64_t *spare_page(void): a page of the image that nothing else lies in, to be lost. */
	.section .note.GNU-stack, "", %progbits

	.text
	.global	spare_page
spare_page:
	adrp	x0, page
	ret

	.bss
	.balign	0x1000
page:
	.zero	0x1000
