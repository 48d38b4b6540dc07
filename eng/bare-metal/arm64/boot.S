/*
 * The start of a bare-metal arm64 guest: a Linux arm64 Image header, and the way from there into C#.
 *
 * Entered as Linux is: at EL1, MMU and data cache off, interrupts masked, x0 = physical address of the device tree. Where the
 * image lies is the hypervisor's choice (dom0 and domU differ), so it is linked at 0 and relocates itself.
 */
#include "bare-metal.h"

	.section .head.text, "ax", %progbits
	.global	_start
_start:
	b	1f				/* code0 */
	.long	0				/* code1 */
	.quad	0				/* text_offset */
	.quad	bare_image_size			/* image_size, stack and zeroed data included */
	.quad	0xa				/* flags: little-endian, 4 KiB pages, any place in memory */
	.quad	0, 0, 0
	.ascii	"ARM\x64"
	.long	0

1:	mov	x19, x0
	adrp	x0, bare_stack_top
	add	sp, x0, :lo12:bare_stack_top
	adrp	x0, bare_vectors
	add	x0, x0, :lo12:bare_vectors
	msr	vbar_el1, x0
	mov	x0, #(3 << 20)			/* CPACR_EL1.FPEN: ilc uses SIMD registers freely */
	msr	cpacr_el1, x0
	isb
	bl	bare_enable_mmu			/* first, since with the MMU off no access may be misaligned */
	bl	relocate
	bl	bare_run_static_constructors
	mov	x0, x19
	bl	kernel_main
	b	bare_exit

/*
 * Adds the load address to every pointer in the image. Another kind of relocation would be a mistake in the link, and is
 * reported.
 */
relocate:
	adr	x0, _start			/* linked at 0, so its address is the load address */
	adrp	x1, bare_rela_start
	add	x1, x1, :lo12:bare_rela_start
	adrp	x2, bare_rela_end
	add	x2, x2, :lo12:bare_rela_end
1:	cmp	x1, x2
	b.hs	2f
	ldp	x3, x4, [x1], #16		/* r_offset, r_info */
	ldr	x5, [x1], #8			/* r_addend */
	cbz	x4, 1b				/* R_AARCH64_NONE: the linker's place for one it could do without */
	cmp	x4, #1027			/* R_AARCH64_RELATIVE */
	b.ne	3f
	add	x5, x5, x0
	str	x5, [x0, x3]
	b	1b
2:	ret
3:	say	"bare-metal: the image has a relocation that is not R_AARCH64_RELATIVE; see link.ld\n"
	mov	w0, #BARE_EXIT_BOOT
	b	bare_exit

	.section .stack, "aw", %progbits
	.balign	16
	.zero	0x10000
	.global	bare_stack_top
bare_stack_top:
