/*
 * The start of a bare-metal x86-64 guest, and the way from there into C#. One image starts in two ways:
 *
 *   PV   in 64-bit mode, in ring 3, with page tables of Xen's making that map the image and some of the memory behind it;
 *        rsi = virtual address of the start_info.
 *   PVH  in 32-bit protected mode without paging, in ring 0; ebx = physical address of the hvm_start_info.
 *
 * Either way kernel_main gets the address; what is there begins with a magic number that says which it is.
 */
#include "bare-metal.h"

/* An identity map of the first 64 GiB, in pages of 2 MiB, which every such processor has. */
#define GIGABYTES		64
#define TABLE			0x3		/* present, writable */
#define LARGE			0x83		/* and itself a page */

#define CR0			0x80010033	/* paging, write protection, and an FPU that reports its own errors */
#define CR4			0x620		/* PAE; SSE, which ilc uses freely, and its exceptions */
#define MSR_EFER		0xc0000080
#define EFER_LONG_MODE		(1 << 8)

#define CODE			0x08
#define DATA			0x10
#define TASK			0x18

#define XEN_LEAVES		0x40000000	/* where Xen's CPUID leaves are, or a multiple of 0x100 behind it */
#define XEN_LEAVES_END		0x40010000
#define XEN_LEAF_PAGE		2		/* eax: how many pages; ebx: the MSR that fills one */

	.text
	.code32
	.global	bare_pvh_start
bare_pvh_start:
	cld
	movl	$level3 + TABLE, level4
	mov	$level3, %edi
	mov	$level2 + TABLE, %eax
	mov	$GIGABYTES, %ecx
1:	mov	%eax, (%edi)
	add	$8, %edi
	add	$0x1000, %eax
	dec	%ecx
	jnz	1b
	mov	$level2, %edi
	mov	$LARGE, %eax
	xor	%edx, %edx
	mov	$(GIGABYTES * 512), %ecx
2:	mov	%eax, (%edi)
	mov	%edx, 4(%edi)
	add	$8, %edi
	add	$0x200000, %eax
	adc	$0, %edx
	dec	%ecx
	jnz	2b

	mov	$CR4, %eax
	mov	%eax, %cr4
	mov	$level4, %eax
	mov	%eax, %cr3
	mov	$MSR_EFER, %ecx
	rdmsr
	or	$EFER_LONG_MODE, %eax
	wrmsr
	mov	$CR0, %eax
	mov	%eax, %cr0
	lgdt	gdt_pointer
	ljmp	$CODE, $1f

	.code64
1:	mov	$DATA, %eax
	mov	%eax, %ds
	mov	%eax, %es
	mov	%eax, %ss
	xor	%eax, %eax
	mov	%eax, %fs
	mov	%eax, %gs
	mov	$bare_stack_top, %esp
	mov	%ebx, %ebx			/* above 32 bits nothing is defined after the switch */
	mov	%rbx, %r15
	call	fill_hypercall_page
	mov	%r15, %rbx
	call	load_task
	call	bare_load_exceptions
	jmp	start

	.global	bare_pv_start
bare_pv_start:
	cld
	mov	$bare_stack_top, %esp
	mov	%rsi, %rbx
	mov	$bare_pv_traps, %edi
	HYPERCALL(HYPERVISOR_set_trap_table)
	test	%rax, %rax
	jnz	refused
	mov	$PHYSDEVOP_set_iopl, %edi	/* the guest ends by a port; unprivileged code has none */
	mov	$io_level, %esi
	HYPERCALL(HYPERVISOR_physdev_op)
	test	%rax, %rax
	jnz	refused

start:	call	bare_run_static_constructors
	mov	%rbx, %rdi
	call	kernel_main
	mov	%eax, %edi
	jmp	bare_exit

refused:
	say	"bare-metal: Xen refused the trap table or the ports; see boot.S\n"
	mov	$BARE_EXIT_BOOT, %edi
	jmp	bare_exit

/* A PV guest's page is filled before it starts, since a note names it; a PVH guest names it in an MSR. Overwrites rbx. */
fill_hypercall_page:
	mov	$XEN_LEAVES, %esi
1:	mov	%esi, %eax
	cpuid
	cmp	$0x566e6558, %ebx		/* XenV */
	jne	2f
	cmp	$0x65584d4d, %ecx		/* MMXe */
	jne	2f
	cmp	$0x4d4d566e, %edx		/* nVMM */
	je	3f
2:	add	$0x100, %esi
	cmp	$XEN_LEAVES_END, %esi
	jb	1b
	mov	$BARE_EXIT_BOOT, %edi		/* no Xen: nobody would print anything */
	jmp	bare_exit
3:	lea	XEN_LEAF_PAGE(%rsi), %eax
	cpuid
	mov	%ebx, %ecx
	mov	$hypercall_page, %eax
	xor	%edx, %edx
	wrmsr
	ret

/* The task state holds the stack for exceptions, whose place in the descriptor is in three pieces. */
load_task:
	mov	$task_state, %eax
	mov	%ax, gdt_task + 2
	shr	$16, %eax
	mov	%al, gdt_task + 4
	mov	%ah, gdt_task + 7
	mov	$TASK, %eax
	ltr	%ax
	ret

	.balign	0x1000
	.global	hypercall_page
hypercall_page:
	.fill	0x1000, 1, 0xcc			/* a breakpoint, until Xen has filled it */

	.section .rodata
	.balign	4
io_level:
	.long	1				/* ports are for the kernel and not for what it runs */

	.data
	.balign	8
gdt:	.quad	0
	.quad	0x00af9b000000ffff		/* CODE: 64-bit */
	.quad	0x00cf93000000ffff		/* DATA */
gdt_task:
	.quad	0x0000890000000067, 0		/* TASK: 104 bytes */
gdt_pointer:
	.word	. - gdt - 1
	.long	gdt
	.balign	8
task_state:
	.zero	36
	.quad	bare_exception_stack_top	/* the first of seven stacks that a gate can name */
	.zero	104 - 44

	.bss
	.balign	0x1000
level4:	.zero	0x1000
level3:	.zero	0x1000
level2:	.zero	0x1000 * GIGABYTES

	.section .stack, "aw", %nobits
	.balign	16
	.zero	0x10000
bare_stack_top:
