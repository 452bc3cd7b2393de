namespace Magpie.CageProbe;

/// <summary>
/// Calls that a decoder has no business with, by name, with their numbers on x86-64 and arm64. They are made with arguments of which
/// none is valid, so that also a kernel that lets them through does nothing but say so: then it has looked at the arguments.
/// </summary>
internal static class Calls
{
    public static readonly (string Name, int X64, int Arm64)[] All =
    [
        ("chmod", 90, -1), ("fchmod", 91, 52), ("fchmodat", 268, 53), ("fchmodat2", 452, 452), ("chown", 92, -1), ("fchown", 93, 55),
        ("lchown", 94, -1), ("fchownat", 260, 54), ("setxattr", 188, 5), ("lsetxattr", 189, 6), ("fsetxattr", 190, 7), ("setxattrat", 463, 463),
        ("removexattr", 197, 14), ("lremovexattr", 198, 15), ("fremovexattr", 199, 16), ("removexattrat", 466, 466), ("getxattrat", 464, 464),
        ("listxattrat", 465, 465), ("getxattr", 191, 8), ("utime", 132, -1), ("utimes", 235, -1), ("futimesat", 261, -1), ("utimensat", 280, 88),
        ("truncate", 76, 45), ("creat", 85, -1), ("openat2", 437, 437), ("link", 86, -1), ("linkat", 265, 37), ("symlink", 88, -1),
        ("symlinkat", 266, 36), ("rename", 82, -1), ("renameat", 264, 38), ("renameat2", 316, 276), ("mkdir", 83, -1), ("mkdirat", 258, 34),
        ("rmdir", 84, -1), ("unlink", 87, -1), ("unlinkat", 263, 35), ("mknod", 133, -1), ("mknodat", 259, 33), ("chdir", 80, 49), ("fchdir", 81, 50),
        ("file_getattr", 468, 468), ("file_setattr", 469, 469), ("copy_file_range", 326, 285), ("splice", 275, 76), ("tee", 276, 77), ("vmsplice", 278, 75),
        ("tkill", 200, 130), ("rt_sigqueueinfo", 129, 138), ("rt_tgsigqueueinfo", 297, 240), ("pidfd_open", 434, 434), ("pidfd_send_signal", 424, 424),
        ("pidfd_getfd", 438, 438), ("process_madvise", 440, 440), ("process_mrelease", 448, 448), ("process_vm_readv", 310, 270),
        ("process_vm_writev", 311, 271), ("ptrace", 101, 117), ("kcmp", 312, 272), ("get_robust_list", 274, 100), ("migrate_pages", 256, 238), ("move_pages", 279, 239),
        ("setrlimit", 160, 164), ("setpriority", 141, 140), ("sched_setparam", 142, 118), ("sched_setattr", 314, 274), ("ioprio_set", 251, 30),
        ("ioprio_get", 252, 31), ("setpgid", 109, 154), ("execveat", 322, 281),
        ("shmget", 29, 194), ("shmat", 30, 196), ("shmctl", 31, 195), ("shmdt", 67, 197), ("semget", 64, 190), ("semop", 65, 193), ("semctl", 66, 191),
        ("semtimedop", 220, 192), ("msgget", 68, 186), ("msgsnd", 69, 189), ("msgrcv", 70, 188), ("msgctl", 71, 187),
        ("mq_open", 240, 180), ("mq_unlink", 241, 181), ("mq_timedsend", 242, 182), ("mq_timedreceive", 243, 183), ("mq_notify", 244, 184), ("mq_getsetattr", 245, 185),
        ("inotify_init", 253, -1), ("inotify_init1", 294, 26), ("inotify_add_watch", 254, 27), ("inotify_rm_watch", 255, 28),
        ("fanotify_init", 300, 262), ("fanotify_mark", 301, 263), ("syslog", 103, 116), ("clock_settime", 227, 112), ("settimeofday", 164, 170),
        ("adjtimex", 159, 171), ("clock_adjtime", 305, 266), ("sethostname", 170, 161), ("setdomainname", 171, 162),
        ("open_tree", 428, 428), ("open_tree_attr", 467, 467), ("move_mount", 429, 429), ("fsopen", 430, 430), ("fsconfig", 431, 431), ("fsmount", 432, 432),
        ("fspick", 433, 433), ("mount_setattr", 442, 442), ("statmount", 457, 457), ("listmount", 458, 458), ("mount", 165, 40), ("umount2", 166, 39),
        ("pivot_root", 155, 41), ("chroot", 161, 51), ("unshare", 272, 97), ("setns", 308, 268),
        ("lsm_get_self_attr", 459, 459), ("lsm_set_self_attr", 460, 460), ("lsm_list_modules", 461, 461),
        ("landlock_create_ruleset", 444, 444), ("landlock_add_rule", 445, 445), ("landlock_restrict_self", 446, 446), ("seccomp", 317, 277),
        ("socket", 41, 198), ("socketpair", 53, 199), ("connect", 42, 203), ("bind", 49, 200), ("listen", 50, 201), ("accept", 43, 202), ("accept4", 288, 242),
        ("sendto", 44, 206), ("recvfrom", 45, 207), ("sendmsg", 46, 211), ("recvmsg", 47, 212), ("sendmmsg", 307, 269), ("recvmmsg", 299, 243),
        ("setsockopt", 54, 208), ("getsockopt", 55, 209), ("io_uring_setup", 425, 425), ("io_uring_enter", 426, 426), ("io_uring_register", 427, 427),
        ("io_setup", 206, 0), ("io_submit", 209, 2), ("bpf", 321, 280), ("perf_event_open", 298, 241), ("userfaultfd", 323, 282), ("memfd_create", 319, 279),
        ("memfd_secret", 447, 447), ("add_key", 248, 217), ("request_key", 249, 218), ("keyctl", 250, 219), ("name_to_handle_at", 303, 264),
        ("open_by_handle_at", 304, 265), ("quotactl", 179, 60), ("quotactl_fd", 443, 443), ("swapon", 167, 224), ("swapoff", 168, 225), ("acct", 163, 89),
        ("reboot", 169, 142), ("kexec_load", 246, 104), ("kexec_file_load", 320, 294), ("init_module", 175, 105), ("finit_module", 313, 273),
        ("delete_module", 176, 106), ("iopl", 172, -1), ("ioperm", 173, -1), ("modify_ldt", 154, -1), ("personality", 135, 92), ("capset", 126, 91),
        ("setuid", 105, 146), ("setgid", 106, 144), ("setresuid", 117, 147), ("setresgid", 119, 149), ("setgroups", 116, 159), ("remap_file_pages", 216, 234),
        ("set_mempolicy", 238, 237), ("mbind", 237, 235), ("timer_create", 222, 107), ("clone3", 435, 435),
        ("flock", 73, 32), ("fallocate", 285, 47),
        ("number 470", 470, 470), ("number 471", 471, 471), ("number 548", 548, 548), ("number 1000", 1000, 1000), ("number 2000000000", 2_000_000_000, 2_000_000_000),
        ("getpid of x32", 0x4000_0027, -1),
    ];

    /// <summary>A queue is made for any key where the flags say so, and stays: that call alone has none.</summary>
    public static int Try(string name, long number) => name == "msgget" ? Kernel.Try(number, -1) : Kernel.Try(number, -1, -1, -1, -1, -1, -1);
}
