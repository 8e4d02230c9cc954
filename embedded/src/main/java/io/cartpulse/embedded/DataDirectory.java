package io.cartpulse.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * The folder of all data, locked while an application uses it. The system drops the lock
 * when the process ends, however it ends.
 */
final class DataDirectory implements AutoCloseable {

	private final Path path;

	private final FileChannel lockFile;

	private DataDirectory(Path path, FileChannel lockFile) {
		this.path = path;
		this.lockFile = lockFile;
	}

	static DataDirectory open(Path path) {
		try {
			Files.createDirectories(path);
			FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (tryLock(channel) == null) {
				channel.close();
				throw new DataFolderInUseException(path, Files.readString(path.resolve("lock")).strip());
			}
			channel.truncate(0);
			channel.write(
					ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
			return new DataDirectory(path, channel);
		}
		catch (IOException ex) {
			throw new EngineStartException("The data folder " + path + " cannot be written (" + ex + "). Choose another"
					+ " folder with the property cartpulse.data-dir (option --data-dir DIR).", ex);
		}
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	Path path() {
		return this.path;
	}

	Path postgres() {
		return this.path.resolve("postgres");
	}

	Path kafka() {
		return this.path.resolve("kafka");
	}

	Path clickHouse() {
		return this.path.resolve("clickhouse");
	}

	@Override
	public void close() {
		try {
			this.lockFile.close();
		}
		catch (IOException ex) {
			throw new IllegalStateException("The lock of " + this.path + " cannot be released", ex);
		}
	}

}
