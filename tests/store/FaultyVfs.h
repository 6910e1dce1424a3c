#pragma once
// A file layer for SQLite that fails when a test says so, and watches the modes of what SQLite creates.

#include <filesystem>
#include <string>

namespace exhibit::test {

enum class Fault {
    None,
    IoError, ///< the operation fails with EIO, and so does every one after it: the disk is gone
    IoErrorOnce,
    Full,       ///< writing fails with ENOSPC from here on; reading, truncating and deleting go on
    ShortWrite, ///< half of the bytes are written, then as Full
};

/// What the layer does and saw. One at a time: its state is global, as SQLite's list of layers is.
struct FaultPlan {
    Fault fault = Fault::None;
    int failAt = 0; ///< the operation (write, sync, truncate, delete, open for writing) that fails first, from 1
    std::filesystem::path watched; ///< a folder in which no file may be open to others at any operation; may be empty

    int operations = 0; ///< so far
    bool struck = false;
    std::string exposed; ///< the first file seen with another mode than 0600
};

/// Registers the layer on its first use. Its name is "faulty".
FaultPlan& faultPlan();

} // namespace exhibit::test
