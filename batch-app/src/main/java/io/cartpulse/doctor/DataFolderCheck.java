package io.cartpulse.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.cartpulse.embedded.CredentialsFile;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks at the data folder: its room, and who may read the passwords.
 */
@Component
class DataFolderCheck implements DoctorCheck {

	private static final String FOLDER = "data folder";

	private static final String PASSWORDS = "passwords";

	private static final long LITTLE_ROOM = 2L << 30;

	private static final long NO_ROOM = 200L << 20;

	private final Path folder;

	DataFolderCheck(@Value("${cartpulse.data-dir}") Path folder) {
		this.folder = folder.toAbsolutePath().normalize();
	}

	@Override
	public String subject() {
		return FOLDER;
	}

	@Override
	public List<Finding> look() throws IOException {
		if (!Files.isDirectory(this.folder)) {
			return List.of(Finding.ok(FOLDER, this.folder + " is not there yet; the first start makes it"));
		}
		List<Finding> findings = new ArrayList<>(List.of(room()));
		Path passwords = this.folder.resolve(CredentialsFile.NAME);
		if (Files.exists(passwords)) {
			findings.add(passwords(passwords));
		}
		return findings;
	}

	private Finding room() throws IOException {
		FileStore store = Files.getFileStore(this.folder);
		long free = store.getUsableSpace();
		String words = this.folder + ": " + (free >> 20) + " MiB free";
		if (free < NO_ROOM) {
			return Finding.fail(FOLDER, words, "Make room, or move the folder and set cartpulse.data-dir.");
		}
		return (free < LITTLE_ROOM)
				? Finding.warn(FOLDER, words, "Make room before it is full: a full disk stops the engines.")
				: Finding.ok(FOLDER, words);
	}

	private static Finding passwords(Path file) throws IOException {
		Set<PosixFilePermission> open = Files.getPosixFilePermissions(file);
		open.removeAll(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
		return open.isEmpty() ? Finding.ok(PASSWORDS, file + " can be read by its owner only") : Finding.fail(PASSWORDS,
				file + " can be read by others (" + PosixFilePermissions.toString(open) + ")", "chmod 600 " + file);
	}

}
