/* The first process of a Linux control domain that eng/xen/boot makes: it loads Xen's drivers, runs the program, and ends the machine. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../bare-metal/exit-codes.h"

#define EXIT_PORT 0xf4	/* isa-debug-exit's, in eng/xen/boot */

static void end(int code)
{
	int ports = open("/dev/port", O_WRONLY);
	unsigned char byte = code;

	sync();
	if (pwrite(ports, &byte, 1, EXIT_PORT) != 1)
		fprintf(stderr, "linux-init: no way to end the machine: %s\n", strerror(errno));
	reboot(RB_POWER_OFF);
	for (;;)
		pause();
}

static void fail(const char *what, const char *name)
{
	fprintf(stderr, "linux-init: %s %s: %s\n", what, name, strerror(errno));
	end(BARE_EXIT_BOOT);
}

static void load(const char *module)
{
	int file = open(module, O_RDONLY | O_CLOEXEC);

	if (file < 0 && errno == ENOENT)
		return;	/* it is built in, or the program says that there is no device */
	if (file < 0 || (syscall(SYS_finit_module, file, "", 0) != 0 && errno != EEXIST))
		fail("cannot load", module);
	close(file);
}

static int run(char **arguments)
{
	int status;
	pid_t child = fork();

	if (child < 0)
		fail("cannot start", arguments[0]);
	if (child == 0) {
		execv(arguments[0], arguments);
		perror("linux-init: cannot run the program");
		_exit(BARE_EXIT_BOOT);
	}
	while (waitpid(child, &status, 0) != child)
		;
	if (WIFSIGNALED(status)) {
		fprintf(stderr, "linux-init: the program ended by signal %d\n", WTERMSIG(status));
		return BARE_EXIT_EXCEPTION;
	}
	status = WEXITSTATUS(status);
	/* From 100 on, and 42, are words of others. */
	return status == 0 ? BARE_EXIT_PASS : status == BARE_EXIT_PASS || status >= 100 ? 1 : status;
}

/* The kernel hands on, as arguments, what is on its command line behind "--". */
int main(int count, char **arguments)
{
	(void)count;
	if (mount("dev", "/dev", "devtmpfs", 0, NULL) != 0 && errno != EBUSY)
		fail("cannot mount", "/dev");
	mkdir("/proc", 0555);
	mkdir("/sys", 0555);
	mkdir("/tmp", 01777);
	if (mount("proc", "/proc", "proc", 0, NULL) != 0 || mount("sys", "/sys", "sysfs", 0, NULL) != 0)
		fail("cannot mount", "/proc and /sys");
	load("/modules/xen-privcmd.ko");
	load("/modules/xen-gntdev.ko");
	load("/modules/xen-evtchn.ko");
	arguments[0] = "/program";
	end(run(arguments));
}
