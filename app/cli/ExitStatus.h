#pragma once
// What the program answers to the shell. 0 to 4 are verdicts (core/Finding.h); 64 and up are those of sysexits.h, so
// that a script can tell "this file was changed" from "this file couldn't be read".

#include "core/Result.h"

namespace exhibit::cli {

inline constexpr int kOk = 0;
inline constexpr int kUsage = 64;       ///< EX_USAGE: wrong words on the command line
inline constexpr int kData = 65;        ///< EX_DATAERR: what was given isn't usable
inline constexpr int kNoInput = 66;     ///< EX_NOINPUT: a file, folder or exhibit isn't there
inline constexpr int kUnavailable = 69; ///< EX_UNAVAILABLE: a part of the program isn't installed
inline constexpr int kSoftware = 70;    ///< EX_SOFTWARE: a defect of this program
inline constexpr int kCantCreate = 73;  ///< EX_CANTCREAT: something of that name is there, or no folder for it
inline constexpr int kIo = 74;          ///< EX_IOERR: reading or writing failed, the disk is full
inline constexpr int kTemporary = 75;   ///< EX_TEMPFAIL: another process holds the case
inline constexpr int kPermission = 77;  ///< EX_NOPERM
inline constexpr int kCancelled = 130;  ///< as shells report SIGINT

[[nodiscard]] int exitStatusOf(ErrorCode code);

} // namespace exhibit::cli
