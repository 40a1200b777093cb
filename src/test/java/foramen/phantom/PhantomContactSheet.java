package foramen.phantom;

import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.Frame;
import foramen.geometry.Segment;
import foramen.job.Progress;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes frames of the phantom as PNG to look at: {@code fj java foramen.phantom.PhantomContactSheet DIR}. */
public final class PhantomContactSheet {
    private PhantomContactSheet() {}

    /** Writes into the folder named first. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int frames = args.length > 1 ? Integer.parseInt(args[1]) : 4;
        for (PhantomScene scene : PhantomScene.values()) {
            for (Laterality side : new Laterality[]{Laterality.LEFT, Laterality.RIGHT}) {
                boolean lesion = side == Laterality.LEFT;
                PhantomSpec spec = new PhantomSpec(scene, side, lesion, lesion, frames, 640, 480, 40,
                        scene.letter().charAt(0) * 2L + (lesion ? 1 : 0), PhantomIdentity.DEMO);
                PhantomClip clip = new PhantomGenerator().generate(spec, Progress.NONE);
                for (int i = 0; i < frames; i++) {
                    String name = scene.letter() + "-" + side.letter() + "-" + i;
                    write(folder.resolve(name + ".png"), picture(clip.colour(i)));
                    if (i == 0) {
                        write(folder.resolve(name + "-truth.png"), withTruth(clip, i));
                    }
                }
            }
        }
    }

    private static void write(Path file, BufferedImage image) throws IOException {
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("No PNG writer");
        }
    }

    private static BufferedImage picture(Frame frame) {
        BufferedImage image = new BufferedImage(frame.columns(), frame.rows(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, frame.columns(), frame.rows(), frame.argb(), 0, frame.columns());
        return image;
    }

    private static BufferedImage withTruth(PhantomClip clip, int index) {
        BufferedImage image = picture(clip.colour(index));
        Graphics2D g = image.createGraphics();
        g.setColor(Color.YELLOW);
        for (PhantomOutline o : clip.outlines().get(index)) {
            for (Segment e : o.polygon().edges()) {
                g.draw(new Line2D.Double(e.a().x() - 0.5, e.a().y() - 0.5, e.b().x() - 0.5, e.b().y() - 0.5));
            }
        }
        g.dispose();
        return image;
    }
}
