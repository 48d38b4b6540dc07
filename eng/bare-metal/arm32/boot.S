/*
 * The start of a bare-metal guest on 32-bit Arm: Linux's zImage header, and the way from there into C#.
 *
 * Entered as Linux is: in SVC mode, MMU and data cache off, interrupts masked, r2 = physical address of the device tree. The
 * header says that any place will do, so the image is linked at 0 and relocates itself.
 */
#include "bare-metal.h"

#define ZIMAGE_MAGIC		0x016f2818
#define CPACR_FPU		(0xf << 20)
#define FPEXC_ENABLE		(1 << 30)
#define R_ARM_NONE		0
#define R_ARM_RELATIVE		23

	.section .head.text, "ax", %progbits
	.global	_start
_start:
	.rept	8
	nop
	.endr
	b	1f
	.long	ZIMAGE_MAGIC
	.long	0				/* start: any place in memory */
	.long	bare_image_size			/* end, stack and zeroed data included */

1:	mov	r9, r2
	address	sp, bare_stack_top
	address	r0, bare_vectors
	mcr	p15, 0, r0, c12, c0, 0		/* VBAR */
	mrc	p15, 0, r0, c1, c0, 2		/* CPACR */
	orr	r0, r0, #CPACR_FPU
	mcr	p15, 0, r0, c1, c0, 2
	isb
	mov	r0, #FPEXC_ENABLE
	vmsr	fpexc, r0
	bl	bare_enable_mmu			/* first, since with the MMU off no access may be misaligned */
	bl	relocate
	bl	bare_run_static_constructors
	mov	r0, r9
	bl	kernel_main
	b	bare_exit

/*
 * Adds the load address to every pointer in the image. Another kind of relocation would be a mistake in the link, and is
 * reported.
 */
relocate:
	address	r0, _start			/* linked at 0, so its address is the load address */
	address	r1, bare_rel_start
	address	r2, bare_rel_end
1:	cmp	r1, r2
	bhs	2f
	ldrd	r4, r5, [r1], #8		/* r_offset, r_info */
	cmp	r5, #R_ARM_NONE			/* the linker's place for one it could do without */
	beq	1b
	cmp	r5, #R_ARM_RELATIVE
	bne	3f
	ldr	r5, [r0, r4]
	add	r5, r5, r0
	str	r5, [r0, r4]
	b	1b
2:	bx	lr
3:	say	"bare-metal: the image has a relocation that is not R_ARM_RELATIVE; see link.ld\n"
	mov	r0, #BARE_EXIT_BOOT
	b	bare_exit

	.section .stack, "aw", %progbits
	.balign	16
	.zero	0x10000
	.global	bare_stack_top
bare_stack_top:
