/*
 * What the image tells Xen, in ELF notes: where it starts as a PV and as a PVH guest, and where the hypercall page is. Linked
 * at its physical address, it needs no offset between the two kinds of address.
 */
	.macro	note	type, contents:vararg
	.balign	4
	.long	2f - 1f, 4f - 3f, \type
1:	.asciz	"Xen"
2:	.balign	4
3:	\contents
4:	.balign	4
	.endm

#define FEATURES	0x80d	/* writable page tables, translated, PAE directories above 4 GiB, and dom0 */

	.section .note.Xen, "a", %note
	note	1, .quad bare_pv_start		/* ENTRY: of a PV guest */
	note	2, .quad hypercall_page		/* HYPERCALL_PAGE: Xen fills it for a PV guest */
	note	3, .quad 0			/* VIRT_BASE */
	note	4, .quad 0			/* PADDR_OFFSET */
	note	5, .asciz "xen-3.0"		/* XEN_VERSION: of the interface */
	note	6, .asciz "HypercallSdk"	/* GUEST_OS */
	note	7, .asciz "1"			/* GUEST_VERSION */
	note	8, .asciz "generic"		/* LOADER: nothing beside the program headers */
	note	9, .asciz "yes"			/* PAE_MODE */
	note	17, .long FEATURES		/* SUPPORTED_FEATURES */
	note	18, .long bare_pvh_start	/* PHYS32_ENTRY: of a PVH guest */

	.section .note.GNU-stack, "", %progbits
